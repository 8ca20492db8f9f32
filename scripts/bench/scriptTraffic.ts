import type { CDPSession } from '@playwright/test'

/** The scripts that a page loads: finished and pending ones. */
export class ScriptTraffic {
  /** Bytes loaded, gzipped as transferred and without HTTP headers. */
  bytes = 0
  private readonly headerBytes = new Map<string, number>()
  private readonly pending = new Set<string>()
  private onIdle = () => {}

  constructor(inspector: CDPSession) {
    inspector.on('Network.requestWillBeSent', ({ requestId, type }) => {
      if (type === 'Script') this.pending.add(requestId)
    })
    inspector.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type !== 'Script' && !response.mimeType.endsWith('javascript')) return
      this.headerBytes.set(requestId, response.encodedDataLength)
    })
    inspector.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const head = this.headerBytes.get(requestId)
      if (head !== undefined) this.bytes += encodedDataLength - head
      this.finish(requestId)
    })
    inspector.on('Network.loadingFailed', ({ requestId }) => this.finish(requestId))
  }

  /** Resolves when no script is loading. */
  async waitUntilIdle(): Promise<void> {
    while (this.pending.size > 0) {
      await new Promise<void>((resolve) => {
        this.onIdle = resolve
      })
    }
  }

  private finish(requestId: string): void {
    this.pending.delete(requestId)
    if (this.pending.size === 0) this.onIdle()
  }
}

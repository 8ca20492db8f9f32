import type { CDPSession } from '@playwright/test'

/** The scripts that a page fetches: what came so far, and what is on its way. */
export class ScriptTraffic {
  /** Bytes that came, gzipped as they came and without HTTP's headers. */
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

  /** Once nothing is on its way. */
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

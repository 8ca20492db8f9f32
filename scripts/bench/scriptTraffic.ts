import type { CDPSession } from '@playwright/test'

/** The scripts that a page fetches: what came so far, and what is on its way. */
export class ScriptTraffic {
  /** Bytes that came, gzipped as they came and without HTTP's headers. */
  bytes = 0
  private readonly heads = new Map<string, number>()
  private readonly underWay = new Set<string>()
  private settled = () => {}

  constructor(inspector: CDPSession) {
    inspector.on('Network.requestWillBeSent', ({ requestId, type }) => {
      if (type === 'Script') this.underWay.add(requestId)
    })
    inspector.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type !== 'Script' && !response.mimeType.endsWith('javascript')) return
      this.heads.set(requestId, response.encodedDataLength)
    })
    inspector.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const head = this.heads.get(requestId)
      if (head !== undefined) this.bytes += encodedDataLength - head
      this.ended(requestId)
    })
    inspector.on('Network.loadingFailed', ({ requestId }) => this.ended(requestId))
  }

  /** Once nothing is on its way. */
  async none(): Promise<void> {
    while (this.underWay.size > 0) {
      await new Promise<void>((resolve) => {
        this.settled = resolve
      })
    }
  }

  private ended(requestId: string): void {
    this.underWay.delete(requestId)
    if (this.underWay.size === 0) this.settled()
  }
}

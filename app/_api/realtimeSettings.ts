/** How a browser reaches the realtime server; all of it public. */
export interface RealtimeSettings {
  key: string
  cluster: string | null
  /** Null: the host that the page came from. */
  host: string | null
  port: number | null
  tls: boolean
}

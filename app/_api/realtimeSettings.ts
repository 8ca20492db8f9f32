/** The browser's connection settings for the realtime server, without secrets. */
export interface RealtimeSettings {
  key: string
  cluster: string | null
  /** Null stands for the page's own host. */
  host: string | null
  port: number | null
  tls: boolean
}

/** What the desk may do to the browser around it; the panel may do none of it. Calls come straight from a click. */
export interface DeskDoor {
  /** Asks for hosts (match patterns); resolves whether they were granted. */
  askHosts(origins: string[]): Promise<boolean>
  /** Asks for an optional permission. */
  askPermission(name: 'cookies' | 'scripting'): Promise<boolean>
  /** Hands the person a file. */
  download(name: string, type: string, content: string): void
  copy(text: string): Promise<void>
  open(url: string): void
}

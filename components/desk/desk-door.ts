/** What the desk may do to the browser around it; the panel may do none of it. Calls come straight from a click. */
export interface DeskDoor {
  /** Asks for hosts (match patterns); resolves whether they were granted. */
  askHosts(origins: string[]): Promise<boolean>
  /** The org behind a pasted address, and the hosts that have to be asked for before its pages can be read. */
  findOrg(pasted: string): { org: string; asked: string[] } | undefined
  /** Asks for pages of a CRM the extension does not run on after installation (match patterns). */
  askPages(origins: string[]): Promise<boolean>
  /** Asks for an optional permission. */
  askPermission(name: 'cookies'): Promise<boolean>
  /** Hands the person a file. */
  download(name: string, type: string, content: string): void
  copy(text: string): Promise<void>
  open(url: string): void
}

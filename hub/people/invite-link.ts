/** The code stands in the fragment, which browsers do not send: no log on the way holds it. */
export function inviteLink(hubUrl: string, code: string): string {
  return `${hubUrl}/join#${code}`
}

import { browser } from 'wxt/browser'
import { AppError } from '@/lib/domain/errors'

/** The callback address a CRM's app registers; it belongs to this browser and extension id. */
export function redirectUrl(): string {
  return browser.identity.getRedirectURL()
}

/** Lets the person sign in at `url`; resolves to the callback address with its answer. @throws AppError `cancelled` */
export async function signInAt(url: string): Promise<string> {
  try {
    const answer = await browser.identity.launchWebAuthFlow({ url, interactive: true })
    if (!answer) throw new AppError('cancelled')
    return answer
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('cancelled', { detail: cause instanceof Error ? cause.message : String(cause), cause })
  }
}

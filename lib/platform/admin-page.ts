import { browser } from 'wxt/browser'

/** Where an admin reads about Leadside: the project's home where `package.json` names one, else the page in the package. */
export function adminPage(): string {
  return browser.runtime.getManifest().homepage_url ?? browser.runtime.getURL('/admin.html' as '/options.html')
}

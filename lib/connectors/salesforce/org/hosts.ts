import { AppError } from '@/lib/domain/errors'

/** Domains Salesforce serves its API and sign-in from; the government and China clouds and the alternative domain included. */
const apiDomains = ['salesforce.com', 'salesforce.mil', 'cloudforce.com', 'cloudforce.mil', 'sfcrmproducts.cn', 'my-salesforce.com']

/**
 * The origin of a Salesforce API or sign-in host. Tokens are sent nowhere else, whatever a page or an answer says.
 * @throws AppError `untrusted`
 */
export function expectSalesforceOrigin(host: string): string {
  const known = apiDomains.some((domain) => host.endsWith(`.${domain}`)) && /^[a-z0-9.-]+$/.test(host)
  if (!known) throw new AppError('untrusted', { detail: 'host' })
  return `https://${host}`
}

/** The same for an origin as Salesforce names its instance. @throws AppError `untrusted` */
export function expectInstanceOrigin(address: string): string {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || url.port !== '') throw new AppError('untrusted', { detail: 'host' })
  return expectSalesforceOrigin(url.hostname)
}

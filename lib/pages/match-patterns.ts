/** Where the loader runs after installation. */
export const salesforcePages = ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*']
export const hubspotPages = ['https://*.hubspot.com/*']

/** Match patterns have no wildcard inside a label; these globs narrow HubSpot to its app hosts. */
export const pageGlobs = [...salesforcePages, 'https://app.hubspot.com/*', 'https://app-*.hubspot.com/*']

/** Government, China, alternative and Defender-proxied domains: the loader is registered there once a person or a policy grants them. */
export const optionalFamilies = [
  ['https://*.lightning.force.mil/*', 'https://*.lightning.crmforce.mil/*', 'https://*.my.salesforce.mil/*'],
  ['https://*.lightning.sfcrmapps.cn/*', 'https://*.my.sfcrmproducts.cn/*'],
  ['https://*.my-lightning.com/*', 'https://*.my-salesforce.com/*'],
  ['https://*.lightning.force.com.mcas.ms/*', 'https://*.my.salesforce.com.mcas.ms/*'],
] as const

export const optionalPages: string[] = optionalFamilies.flat()

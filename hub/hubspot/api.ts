/** HubSpot's API and pages, the same for all regions, and the version for what the hub itself asks. */
export const apiOrigin = 'https://api.hubapi.com'
export const pagesOrigin = 'https://app.hubspot.com'
export const apiVersion = '2026-09'
export const timeoutMs = 15_000

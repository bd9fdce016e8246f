/** The one origin of HubSpot's API, for every region. */
export const apiOrigin = 'https://api.hubapi.com'

/**
 * The dated API version asked for, then the one tried where HubSpot no longer (or not yet) answers it. Calls write
 * `{v}` in their path. Email events, forms and token facts exist only under their old undated paths.
 */
export const apiVersions = ['2026-09', '2026-03'] as const

/** Association types as HubSpot defines them, from the activity to the contact. */
export const associationToContact = { note: 202, email: 198, task: 204 } as const

/** HubSpot's own bounds: ids in one batch read, without and with property history; association ids a page. */
export const batchLimit = 100
export const batchLimitWithHistory = 50
export const associationPage = 500

/** How far back events and mail events are asked for. */
export const historyMs = 90 * 86_400_000

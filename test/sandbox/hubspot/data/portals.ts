import type { PortalProfile } from '../model/portal.ts'

export const naPortalId = 24_680_135
export const euPortalId = 13_579_246

/** The accounts of Quayside: its mid-market team in North America, and the small team in Europe. */
export const portalProfiles: readonly PortalProfile[] = [
  {
    id: naPortalId,
    name: 'Quayside',
    host: 'app.hubspot.com',
    hublet: 'na1',
    tier: 'enterprise',
    timeZone: 'America/New_York',
    currency: 'USD',
    signedIn: '41629779',
    owners: [
      { id: '41629779', userId: 5_550_123, email: 'robin.hale@quayside.example', firstName: 'Robin', lastName: 'Hale', team: 'Mid-market sales' },
      { id: '41629780', userId: 5_550_124, email: 'amara.osei@quayside.example', firstName: 'Amara', lastName: 'Osei', team: 'Mid-market sales' },
      {
        id: '41629781',
        userId: 5_550_125,
        email: 'jonas.lindqvist@quayside.example',
        firstName: 'Jonas',
        lastName: 'Lindqvist',
        team: 'Inbound SDR',
      },
      { id: '41629782', userId: 5_550_126, email: 'ines.carvalho@quayside.example', firstName: 'Ines', lastName: 'Carvalho', team: 'Marketing' },
    ],
  },
  {
    id: euPortalId,
    name: 'Quayside Europe',
    host: 'app-eu1.hubspot.com',
    hublet: 'eu1',
    tier: 'starter',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    signedIn: '72810011',
    owners: [
      { id: '72810011', userId: 6_660_321, email: 'lotte.vanbeek@quayside.example', firstName: 'Lotte', lastName: 'van Beek', team: 'Sales Europe' },
      { id: '72810012', userId: 6_660_322, email: 'matteo.ricci@quayside.example', firstName: 'Matteo', lastName: 'Ricci', team: 'Sales Europe' },
    ],
  },
]

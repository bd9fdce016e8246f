import { feedRoutes } from './feed/routes'
import { hubspotRoutes } from './hubspot/routes'
import type { Route } from './http/route'
import { ledgerRoutes } from './ledger/routes'
import { linkRoutes } from './links/routes'
import { ownerRoutes } from './people/owner-routes'
import { memberRoutes } from './people/routes'
import { privacyRoutes } from './privacy/routes'
import { assetRoutes } from './repository/asset-routes'
import { documentRoutes } from './repository/document-routes'
import { playbookRoutes } from './repository/playbook-routes'
import { signInRoutes } from './sign-in/routes'
import { touchRoutes } from './ingest/routes'
import { senderRoutes } from './ingest/sender-routes'

/** Everything the hub offers to extensions; OpenAPI and the tests of rights are made from this list. */
export const routes: readonly Route[] = [
  ...memberRoutes, ...ownerRoutes, ...assetRoutes, ...playbookRoutes, ...documentRoutes, ...feedRoutes, ...ledgerRoutes, ...linkRoutes, ...touchRoutes, ...senderRoutes, ...privacyRoutes, ...hubspotRoutes, ...signInRoutes,
]

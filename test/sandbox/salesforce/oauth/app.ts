import { Hono } from 'hono'
import type { Org } from '../org.ts'
import { answerConsent, authorize } from './authorize.ts'
import { answerRevoke, answerToken } from './token.ts'
import { answerUserinfo } from './userinfo.ts'

/** Sign-in of one org: `/services/oauth2/*` and the identity address. */
export function createOauth(org: Org): Hono {
  const app = new Hono()
  app.get('/services/oauth2/authorize', (c) => authorize(c, org))
  app.post('/services/oauth2/authorize', (c) => answerConsent(c, org))
  app.post('/services/oauth2/token', (c) => answerToken(c, org))
  app.post('/services/oauth2/revoke', (c) => answerRevoke(c, org))
  app.get('/services/oauth2/userinfo', (c) => answerUserinfo(c, org))
  app.get('/id/:org/:user', (c) => answerUserinfo(c, org))
  return app
}

import { html, raw } from 'hono/html'
import type { Portal } from '../model/portal.ts'
import { signedInOwner } from '../model/portal.ts'
import { currentValue } from '../model/record-store.ts'
import type { CrmRecord } from '../model/types.ts'
import type { ComposedMail } from './address.ts'
import { nameOf } from './facts.ts'
import type { Markup } from './record-view.ts'

/** HubSpot's mail composer over a contact's page, filled with what the address asked for. */
export function composerView(portal: Portal, contact: CrmRecord, mail: ComposedMail, connectedInbox: boolean): Markup {
  const owner = signedInOwner(portal)
  const optedOut = currentValue(contact, 'hs_email_optout') === 'true'
  const hint = optedOut ? 'This contact has unsubscribed from all email.' : connectedInbox ? '' : 'Connect your personal email to send from HubSpot.'
  return html`<form
    class="composer"
    data-test-id="email-composer"
    data-portal="${portal.id}"
    data-contact="${contact.id}"
    role="dialog"
    aria-label="Email"
  >
    <header>Email<button type="button" data-close aria-label="Close">×</button></header>
    <p class="line"><span>To</span> <b class="chip">${nameOf(contact)} (${currentValue(contact, 'email') ?? ''})</b></p>
    <p class="line"><span>From</span> ${owner.firstName} ${owner.lastName} (${owner.email})</p>
    <label class="line"><span>Subject</span><input name="subject" value="${mail.subject}" /></label>
    <div class="body" contenteditable="true" role="textbox" aria-label="Email body">${raw(withoutScripts(mail.body))}</div>
    ${hint === '' ? '' : html`<p class="hint">${hint}</p>`}
    <footer><button type="submit" ${hint === '' ? '' : raw('disabled')}>Send</button><small>Logged on this record and tracked</small></footer>
  </form>`
}

/** The composer takes formatting, not behaviour. */
function withoutScripts(body: string): string {
  return body.replace(/<(script|style|iframe)[\s\S]*?(<\/\1>|$)/gi, '').replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
}

import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Service } from './gateway.ts'

const hosts = ['mail.google.com', 'outlook.office.com']

/** The compose windows of the two web mail services, showing what they were opened with. */
export function createWebmail(): Service & { hostPatterns: readonly string[] } {
  const app = new Hono()
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('/mail/deeplink/compose', (c) => c.html(composeWindow('Outlook', c.req.query('to'), c.req.query('subject'), c.req.query('body'))))
  app.get('/mail/*', (c) => c.html(composeWindow('Gmail', c.req.query('to'), c.req.query('su'), c.req.query('body'))))
  return { name: 'webmail', hostPatterns: hosts, hosts: (host) => hosts.includes(host), fetch: async (request) => app.fetch(request) }
}

function composeWindow(service: string, to = '', subject = '', body = ''): ReturnType<typeof html> {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New message - ${service}</title>
<style>body{font:14px/1.5 system-ui;margin:24px;max-width:640px}label{display:block;margin-top:8px;color:#555}input,textarea{width:100%;font:inherit;padding:6px;box-sizing:border-box}textarea{height:320px}</style></head>
<body><h1>New message</h1><label>To <input name="to" value="${to}"></label><label>Subject <input name="subject" value="${subject}"></label><label>Message <textarea name="body">${body}</textarea></label><p><button>Send</button></p></body></html>`
}

import { html } from 'hono/html'
import { Hono } from 'hono'
import type { Service } from './gateway.ts'
import { sampleAssets } from './sample-assets.ts'

const host = 'www.quayside.example'

/** The vendor's own website: one plain page for every sample asset, 404 for the rest. */
export function createWebsite(): Service & { hostPatterns: readonly string[] } {
  const app = new Hono()
  app.get('/', (c) => c.html(page('Quayside', 'Supply-chain planning for manufacturers, retailers and logistics.')))
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('*', (c) => {
    const path = c.req.path.replace(/\/$/, '')
    const asset = sampleAssets.find((candidate) => candidate.url !== undefined && new URL(candidate.url).pathname === path)
    return asset === undefined ? c.html(page('Not found', 'This page does not exist.'), 404) : c.html(page(asset.title, asset.abstract))
  })
  return {
    name: 'website',
    hostPatterns: [host],
    hosts: (candidate) => candidate === host,
    fetch: async (request) => app.fetch(request),
  }
}

function page(title: string, text: string): ReturnType<typeof html> {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} · Quayside</title>
<style>body{font:16px/1.6 system-ui;margin:0;color:#123}header{background:#0b3d4f;color:#fff;padding:16px 32px}main{max-width:680px;margin:40px auto;padding:0 24px}</style>
</head><body><header>Quayside</header><main><h1>${title}</h1><p>${text}</p></main></body></html>`
}

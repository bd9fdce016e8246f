import { controlHost } from './control.ts'
import { startSandbox } from './server.ts'

const sandbox = await startSandbox({ port: Number(process.env.SANDBOX_PORT ?? 0), proxyPort: Number(process.env.SANDBOX_PROXY_PORT ?? 0) })

console.log(`sandbox on https://127.0.0.1:${sandbox.port}, proxy on http://127.0.0.1:${sandbox.proxyPort}`)
console.log(`hosts: ${sandbox.hostPatterns.join(' ')} (control: ${controlHost}, or the address above)`)
console.log(`chromium ${sandbox.chromiumArgs().map((flag) => JSON.stringify(flag)).join(' ')}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
}

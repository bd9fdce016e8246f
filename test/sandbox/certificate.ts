import { generate } from 'selfsigned'

export interface Certificate {
  /** PEM. */
  key: string
  /** PEM; add it to a client's trusted certificates to reach the sandbox with checks on. */
  cert: string
}

/** Makes a self-signed certificate for these host patterns and for loopback. Takes about 100 ms. */
export async function createCertificate(hostPatterns: readonly string[]): Promise<Certificate> {
  const names = [...new Set([...hostPatterns, 'localhost'])].map((value) => ({ type: 2 as const, value }))
  const made = await generate([{ name: 'commonName', value: 'Leadside sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names, { type: 7, ip: '127.0.0.1' }] },
    ],
  })
  return { key: made.private, cert: made.cert }
}

import * as z from 'zod/mini'
import { contractVersion, problem } from '@/lib/hub-client/contract'
import { versionPath } from './mount'
import type { Route } from './route'

/** OpenAPI 3.1, made from the shapes the routes themselves parse with. */
export function describeApi(routes: readonly Route[], url: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = `${versionPath}${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Leadside hub', version: String(contractVersion) },
    servers: [{ url }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem) },
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of a device, as joining gives it.' },
        signature: { type: 'apiKey', in: 'header', name: 'leadside-signature', description: 'v1= and the HMAC-SHA256 of timestamp, a dot and the body, in hex.' },
        timestamp: { type: 'apiKey', in: 'header', name: 'leadside-timestamp', description: 'Epoch seconds, at most five minutes off.' },
      },
    },
  }
}

function operation(route: Route): Record<string, unknown> {
  const person = typeof route.roles === 'object'
  return {
    operationId: operationId(route),
    summary: route.summary,
    'x-roles': route.roles,
    security: person ? [{ session: [] }] : route.roles === 'signed' ? [{ signature: [], timestamp: [] }] : [],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query'), ...('headers' in route ? parameters(route.headers, 'header') : [])],
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: schemaOf(route.answer) } } },
      ...(route.method === 'GET' && 'handle' in route && { 304: { description: 'Nothing new since the tag sent with If-None-Match' } }),
      default: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

export function operationId({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return [method.toLowerCase(), ...path.split('/').filter(Boolean).map((part) => part.replace(':', 'by-'))].join('-')
}

function parameters(shape: z.core.$ZodType | undefined, place: 'path' | 'query' | 'header'): Record<string, unknown>[] {
  if (!shape) return []
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema }))
}

function schemaOf(shape: z.core.$ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return schema
}

// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { DeskContext, type DeskParts } from '@/components/desk/desk-context'
import { usePreview } from '@/components/desk/library/sources/use-preview'

it('a preview does not have a choice that was made while it was on its way', async () => {
  const answers: ((preview: unknown) => void)[] = []
  const desk = { bus: { ask: () => new Promise((resolve) => void answers.push(resolve)) } } as unknown as DeskParts
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}><DeskContext value={desk}>{children}</DeskContext></QueryClientProvider>
  const { result } = renderHook(() => usePreview({ kind: 'file', address: 'https://a.example/' }, { fixed: {} }), { wrapper })
  const arrive = async (count: number) => {
    await waitFor(() => expect(answers).toHaveLength(count))
    act(() => answers.at(-1)?.({ mapping: { name: 'title' } }))
    await waitFor(() => expect(result.current.isPending).toBe(false))
  }
  await arrive(1)
  expect(result.current.stale).toBe(false)
  act(() => result.current.fix({ language: 'de' }))
  act(() => result.current.again())
  act(() => result.current.fix({ language: 'fr' }))
  await arrive(2)
  expect(result.current.stale).toBe(true)
  act(() => result.current.again())
  await arrive(3)
  expect(result.current.stale).toBe(false)
})

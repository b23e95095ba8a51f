import { defineConfig } from 'vitest/config'

// One file in the root less; `root` points back so that paths read as in the tree.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: { include: ['tests/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
})

import { defineConfig } from 'vitest/config';

/** The server that answers while the page is developed; the built page is served by that server itself. */
const server = process.env['NEIGHBOR_URL'] ?? 'http://127.0.0.1:5080';

export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      output: {
        // The map library changes with its version only; the page changes with every edit.
        manualChunks: (id) => (id.includes('node_modules') ? 'ol' : undefined),
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/ogc': server, '/health': server },
  },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    testTimeout: 10_000,
  },
});

import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./page/', import.meta.url)

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** A file of the page, ready to be served. */
export interface PageFile {
  type: string
  bytes: Buffer
}

/** Reads the page into memory, by request path. Only these paths exist, so no path can lead out of the folder. */
export const readPage = (): Map<string, PageFile> => {
  const files = new Map<string, PageFile>()
  for (const name of readdirSync(folder)) {
    const type = types[name.split('.').at(-1) ?? '']
    if (type) files.set(`/${name}`, { type, bytes: readFileSync(new URL(name, folder)) })
  }
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return files
}

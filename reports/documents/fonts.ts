import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The family 字体 under which the Chinese fonts are registered; weights 400 and 700. */
export const fontFamily = 'Noto Sans Hans'

let registered = false

/** Registers the Chinese fonts for canvases, once per process. Throws when a font file cannot be read. */
export async function registerFonts(): Promise<void> {
  if (registered) return
  const { GlobalFonts } = await import('@napi-rs/canvas')
  // The package exports only its entry; the fonts lie beside the folder of that.
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')
  const folder = join(dirname(entry), '..', 'fonts')
  for (const weight of ['Regular', 'Bold']) {
    const path = join(folder, `NotoSansHans-${weight}.otf`)
    // A picture without its font shows boxes and no error: better to fail.
    if (!GlobalFonts.registerFromPath(path, fontFamily)) throw new Error(`font file cannot be read: ${path}`)
  }
  registered = true
}

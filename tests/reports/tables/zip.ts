import { crc32, deflateRawSync } from 'node:zlib'

/** A zip with these parts in order; `declared` and `flags` let it lie. */
export function zip(
  parts: Record<string, string | Uint8Array>,
  { declared, flags = 0 }: { declared?: number; flags?: number } = {},
): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string)
    const data = deflateRawSync(bytes)
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(declared ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    locals.push(Buffer.from('PK\x03\x04'), common, name, data)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, where, name)
    offset += 30 + name.length + data.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\x05\x06'), end])
}

/** The parts of the smallest workbook with one sheet, whose XML is given. */
export const workbookParts = (sheet: string | Uint8Array, target = 'worksheets/sheet1.xml') => ({
  '[Content_Types].xml': '<Types/>',
  'xl/worksheets/sheet1.xml': sheet,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="worksheet" Target="${target}"/></Relationships>`,
  'xl/workbook.xml':
    '<workbook><workbookPr/><sheets><sheet name="检查" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>',
})

/** A sheet's XML around its rows. */
export const sheetXml = (rows: string, before = '') =>
  `<worksheet>${before}<sheetData>${rows}</sheetData></worksheet>`

export const textCell = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

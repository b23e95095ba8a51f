/** Where fields stand in a zip file, in bytes (APPNOTE 4.3). */
const endRecord = { signature: 'PK\x05\x06', entries: 10, directory: 16 }
const directoryEntry = { size: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 }
const localTime = 10

/** 1 January 1980, 00:00, the first moment that a zip can tell. */
const noTime = 0x0021_0000

/** Sets the times of all entries of a zip to the same moment, in place: the same content then is the same file. */
export function forgetTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(endRecord.signature, undefined, 'latin1')
  let at = zip.readUInt32LE(end + endRecord.directory)
  for (let left = zip.readUInt16LE(end + endRecord.entries); left > 0; left--) {
    zip.writeUInt32LE(noTime, at + directoryEntry.time)
    zip.writeUInt32LE(noTime, zip.readUInt32LE(at + directoryEntry.local) + localTime)
    const [name, extra, comment] = [directoryEntry.name, directoryEntry.extra, directoryEntry.comment].map(
      field => zip.readUInt16LE(at + field),
    )
    at += directoryEntry.size + name! + extra! + comment!
  }
  return zip
}

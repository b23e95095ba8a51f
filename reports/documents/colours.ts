/** The colours 配色 of all documents, as RRGGBB: inspected is blue, rectified green, open red. */
export const colours = {
  ink: '1F2A37',
  muted: '6B7280',
  line: '9AA5B1',
  paper: 'EEF2F7',
  white: 'FFFFFF',
  brand: '12417A',
  inspected: '2F6DB5',
  rectified: '3C9D63',
  open: 'D64545',
} as const

import type { Repair } from './workplace.ts'

/** Without it a remark 备注 that was set just now is not there yet: the library waits until the server tells it back. */
export const remarks: Repair = {
  puppet({ puppet, client }) {
    puppet.contactAlias = async (id, remark) => {
      if (remark === undefined) return (await puppet.contactPayload(id)).alias
      await client().updateRemarkName(id, remark ?? '')
      const contact = client().contacts[id]
      if (contact) contact.RemarkName = remark ?? ''
    }
  },
}

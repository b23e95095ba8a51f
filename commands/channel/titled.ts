import { roleName } from '../command.ts'
import type { Directory } from '../directory.ts'

/** A person with the role that the roster gives: 四平市铁东区报送员（报送员）. */
export function titled(name: string, directory: Directory): string {
  const person = directory.person(name)
  return person === null ? name : `${name}（${roleName(person.role)}）`
}

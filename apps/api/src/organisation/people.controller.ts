import { Controller } from '@nestjs/common';
import { personRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { changePerson } from './change-person.use-case';
import { createPerson } from './create-person.use-case';
import { listPeople } from './people-list';

@Controller()
export class PeopleController {
  @Handle(personRoutes.listPeople)
  async listPeople(@Call() { tx, query }: CallOf<typeof personRoutes.listPeople>) {
    return listPeople(tx, query);
  }

  @Handle(personRoutes.createPerson)
  async createPerson(@Call() call: CallOf<typeof personRoutes.createPerson>) {
    return createPerson(call);
  }

  @Handle(personRoutes.changePerson)
  async changePerson(@Call() call: CallOf<typeof personRoutes.changePerson>) {
    return changePerson(call);
  }
}

import { Component } from '@angular/core';

@Component({ selector: 'app-root', template: `<p>Høst</p>` })
export class Root {}

import { bootstrapApplication } from '@angular/platform-browser';
import { Root } from './app/shell/root';

void bootstrapApplication(Root, { providers: [] });

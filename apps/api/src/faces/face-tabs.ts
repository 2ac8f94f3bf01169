// The two faces whose tabs are persons with a lease.
import { Injectable } from '@nestjs/common';
import { Tabs } from './tabs.js';

@Injectable()
export class CallerTabs extends Tabs {}

@Injectable()
export class ListenTabs extends Tabs {}

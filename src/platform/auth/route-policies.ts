import { type INestApplicationContext } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { POLICY, type AccessPolicy } from './access.js';

export interface RoutePolicy {
  /** `Controller.method` */
  readonly route: string;
  readonly policy: AccessPolicy | undefined;
}

/** Every route of the application with who may call it; works in preview mode too. */
export function listRoutePolicies(app: INestApplicationContext): readonly RoutePolicy[] {
  const scanner = new MetadataScanner();
  const routes: RoutePolicy[] = [];
  for (const module of app.get(ModulesContainer, { strict: false }).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype: unknown = metatype.prototype;
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler: unknown = Reflect.get(prototype, name);
        if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) continue;
        const own = Reflect.getMetadata(POLICY, handler) as AccessPolicy | undefined;
        const shared = Reflect.getMetadata(POLICY, metatype) as AccessPolicy | undefined;
        routes.push({ route: `${metatype.name}.${name}`, policy: own ?? shared });
      }
    }
  }
  return routes.sort((a, b) => a.route.localeCompare(b.route, 'en'));
}

/** Must be empty: the guard refuses these routes for everyone. */
export function listRoutesWithoutPolicy(app: INestApplicationContext): readonly string[] {
  return listRoutePolicies(app)
    .filter(({ policy }) => policy === undefined)
    .map(({ route }) => route);
}

import { conflict, HubspotError, invalid } from '../errors.ts'
import { expectObjectType, objectTypes } from './object-types.ts'
import { contactGroups, contactProperties } from './properties/contact.ts'
import { companyGroups, companyProperties, dealGroups, dealProperties, leadGroups, leadProperties } from './properties/crm-objects.ts'
import { engagementGroups, engagementProperties } from './properties/engagements.ts'
import type { PropertyDefinition, PropertyGroup } from './types.ts'

/** Property definitions and groups of one portal. `type` is an object type id. */
export interface Schema {
  properties(type: string): PropertyDefinition[]
  find(type: string, name: string): PropertyDefinition | undefined
  groups(type: string): PropertyGroup[]
  /** Throws 409 for a name that exists, 400 for a group that does not. */
  add(type: string, definition: PropertyDefinition): void
  /** Throws 409 for a name that exists. */
  addGroup(type: string, group: PropertyGroup): PropertyGroup
  /** Takes a property away, as its deletion in the settings does; its values stay out of sight. */
  remove(type: string, name: string): boolean
}

/** The properties every HubSpot account starts with, for the object types the sandbox knows. */
export function createSchema(): Schema {
  const properties = new Map<string, Map<string, PropertyDefinition>>()
  const groups = new Map<string, PropertyGroup[]>()
  for (const type of objectTypes) {
    const shipped = shippedWith(type.singular)
    properties.set(type.id, new Map(shipped.properties.map((definition) => [definition.name, definition])))
    groups.set(type.id, [...shipped.groups])
  }
  const of = (type: string): Map<string, PropertyDefinition> => properties.get(expectObjectType(type).id) ?? new Map()
  const groupsOf = (type: string): PropertyGroup[] => groups.get(expectObjectType(type).id) ?? []

  return {
    properties: (type) => [...of(type).values()],
    find: (type, name) => of(type).get(name),
    groups: groupsOf,
    add(type, definition) {
      if (of(type).has(definition.name)) throw propertyExists(definition.name)
      if (!groupsOf(type).some((group) => group.name === definition.groupName)) {
        throw invalid(`The property group ${definition.groupName} does not exist.`, {
          errors: [
            {
              message: `property group ${definition.groupName} does not exist`,
              code: 'INVALID_GROUP_NAME',
              context: { groupName: [definition.groupName] },
            },
          ],
        })
      }
      of(type).set(definition.name, definition)
    },
    addGroup(type, group) {
      if (groupsOf(type).some((existing) => existing.name === group.name)) {
        throw conflict(`A property group named '${group.name}' already exists.`)
      }
      const added = { ...group, displayOrder: group.displayOrder < 0 ? groupsOf(type).length : group.displayOrder }
      groupsOf(type).push(added)
      return added
    },
    remove: (type, name) => of(type).delete(name),
  }
}

/** 409 of a property that is there already. */
export function propertyExists(name: string): HubspotError {
  return new HubspotError(409, {
    message: `A property named '${name}' already exists.`,
    subCategory: 'Properties.PROPERTY_EXISTS',
    category: 'OBJECT_ALREADY_EXISTS',
  })
}

function shippedWith(singular: string): { groups: readonly PropertyGroup[]; properties: readonly PropertyDefinition[] } {
  switch (singular) {
    case 'contact':
      return { groups: contactGroups, properties: contactProperties }
    case 'company':
      return { groups: companyGroups, properties: companyProperties }
    case 'deal':
      return { groups: dealGroups, properties: dealProperties }
    case 'lead':
      return { groups: leadGroups, properties: leadProperties }
    default:
      return { groups: engagementGroups, properties: engagementProperties(singular) }
  }
}

// The app's secrets. Purge protection cannot be taken back: a deleted vault's name is free again only after its soft delete ran out.
param name string
param location string
param tags object

@secure()
param seedOne string

@secure()
param seedTwo string

// Hexadecimal digits as the app wants them, the same at every provision as long as the seeds are: guid() is a hash of its arguments.
var digits = [for place in range(0, 5): replace(guid(seedOne, seedTwo, string(place)), '-', '')]
var linkKey = '${digits[0]}${digits[1]}'
var firstAdminToken = 'opt_${take(digits[2], 12)}_${digits[3]}${digits[4]}'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
  }
}

resource one 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'SeedOne'
  properties: { value: seedOne }
}

resource two 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'SeedTwo'
  properties: { value: seedTwo }
}

resource link 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'LinkKey'
  properties: { value: linkKey }
}

resource admin 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'FirstAdminToken'
  properties: { value: firstAdminToken }
}

output name string = vault.name
output uri string = vault.properties.vaultUri

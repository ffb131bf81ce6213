// Workflows (queues, tables, blobs of the task hub), records and the deployed package. Reached by identity alone.
param name string
param location string
param tags object

@description('Days for which deleted and overwritten blobs can be had back. Tables have nothing of the kind: see infra/README.md, restore.')
param keepDeletedDays int = 14

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: storage
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
  }
}

// The deployed package, and what people put: definitions of plays and their daily figures.
var containerNames = ['app-package', 'plays', 'kpis']

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [for container in containerNames: {
  parent: blobs
  name: container
  properties: { publicAccess: 'None' }
}]

output name string = storage.name
output packageContainerName string = containerNames[0]
output playsContainerName string = containerNames[1]
output kpiContainerName string = containerNames[2]

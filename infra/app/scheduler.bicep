// Durable Task Scheduler in place of queues and tables: no polling, no partitions, more workflows a second.
param name string
param taskHubName string
param location string
param tags object

@description('Consumption is paid by the action; Dedicated by the capacity unit.')
@allowed(['Consumption', 'Dedicated'])
param skuName string = 'Consumption'

@description('Capacity units of Dedicated.')
param skuCapacity int = 1

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // Reachable from everywhere, open to nobody without a role.
    ipAllowlist: ['0.0.0.0/0']
    sku: skuName == 'Dedicated' ? { name: skuName, capacity: skuCapacity } : { name: skuName }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: taskHubName
}

output name string = scheduler.name
output endpoint string = scheduler.properties.endpoint
output taskHubName string = hub.name

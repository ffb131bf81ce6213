namespace Optimizer.Cockpit.Api.Idempotency;

/// <summary>On routes whose answers hold a secret: they are not kept, so an idempotency key says nothing there.</summary>
internal sealed class NeverKept;

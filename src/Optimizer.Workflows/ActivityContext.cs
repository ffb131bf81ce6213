namespace Optimizer.Workflows;

/// <summary>What an activity knows about its call.</summary>
/// <param name="InstanceId">The calling instance.</param>
/// <param name="IdempotencyKey">
/// Names this call and no other, in any store, the same in every attempt and after every crash: give it to whatever takes the
/// effect. Letters, digits, '-' and '/', short.
/// </param>
/// <param name="Attempt">From 1, counted by the retry schedule; a run after a crash is the same attempt.</param>
/// <param name="Services">This execution's own scope; empty when the host has no services.</param>
/// <param name="CancellationToken">Cancelled when the host stops; an activity that gives up then runs again at the next start.</param>
public sealed record ActivityContext(
    string InstanceId, string IdempotencyKey, int Attempt, IServiceProvider Services, CancellationToken CancellationToken);

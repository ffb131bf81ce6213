namespace Optimizer.Functions.Durable;

/// <summary>A timer that has not fired.</summary>
/// <param name="Due">When it fires.</param>
/// <param name="Stop">Ends the platform's timer.</param>
/// <param name="Fired">Done when it has fired; never when it was closed before.</param>
internal sealed record OpenTimer(DateTimeOffset Due, CancellationTokenSource Stop, TaskCompletionSource Fired);

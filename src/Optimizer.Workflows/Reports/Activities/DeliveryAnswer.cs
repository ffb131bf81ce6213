namespace Optimizer.Workflows.Reports.Activities;

/// <param name="Delivered">Pages the sink has taken, in all attempts.</param>
/// <param name="Remaining">Pages it has not.</param>
/// <param name="Problem">What it said; null when it took all.</param>
public sealed record DeliveryAnswer(int Delivered, int Remaining, string? Problem);

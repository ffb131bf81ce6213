namespace Optimizer.Crash.Worker.Orders;

/// <summary>What an order carries from generation to generation.</summary>
/// <param name="Number">Which order; everything it does follows from this.</param>
/// <param name="Generation">From 0.</param>
/// <param name="Heard">Numbers of the signals delivered so far, in order.</param>
/// <param name="Outputs">Outputs of its steps so far, in order.</param>
public sealed record OrderState(int Number, int Generation, int[] Heard, string[] Outputs)
{
    public static OrderState First(int number) => new(number, 0, [], []);
}

using Optimizer.Connectors.Files;

namespace Optimizer.Tests.Connectors.Files;

public class DateColumnTests
{
    [Theory]
    [InlineData("1/2/2024\n3/4/2024\n1/13/2024\n", DateOrder.MonthFirst)]
    [InlineData("1/2/2024\n\"\"\n3/4/2024\n13/1/2024\n", DateOrder.DayFirst)]
    [InlineData("01-02-2024\n31-02-2024\n", DateOrder.DayFirst)]
    [InlineData("2024-01-02\n1/2/2024\n", DateOrder.Undecided)]
    [InlineData("1.2.2024\n", DateOrder.Undecided)]
    [InlineData("5/5/2024\n6/6/2024\n", DateOrder.Undecided)]
    [InlineData("Sat-Oct-11\n", DateOrder.Undecided)]
    [InlineData("", DateOrder.Undecided)]
    public void FindOrder_Column_IsDecidedOnce(string values, DateOrder expected)
    {
        using var file = new WrittenFile("day\n" + values);
        using var reader = DelimitedFile.Open(file.Path);

        Assert.Equal(expected, DateColumn.FindOrder(reader, 0));
    }

    [Fact]
    public void FindOrder_EveryDateHasTwoMeanings_SaysSoAtTheFirst()
    {
        using var file = new WrittenFile("n,day\n1,5/5/2024\n2,1/2/2024\n3,3/4/2024\n");
        using var reader = DelimitedFile.Open(file.Path);

        var fault = Assert.Throws<FileFaultException>(() => DateColumn.FindOrder(reader, 1));

        Assert.Equal(
            $"{file.Path}:3: column 'day': '1/2/2024' and every other date of the column can be read as month/day or as day/month; write dates as yyyy-MM-dd",
            fault.Message);
    }

    [Fact]
    public void FindOrder_OpenReader_DoesNotMoveIt()
    {
        using var file = new WrittenFile("day\n1/2/2024\n1/13/2024\n");
        using var reader = DelimitedFile.Open(file.Path);
        reader.Read();

        DateColumn.FindOrder(reader, 0);

        Assert.Equal(["1/2/2024"], WrittenFile.Record(reader));
        Assert.Equal(2, reader.Line);
    }

    [Fact]
    public void FindOrder_Pipe_IsLeftUnread()
    {
        using var reader = DelimitedFile.Open("-", null, _ => new PeekedStream(new MemoryStream("day\n1/2/2024\n1/13/2024\n"u8.ToArray())));

        Assert.Equal(DateOrder.Undecided, DateColumn.FindOrder(reader, 0));
        Assert.True(reader.Read());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void FindOrder_NoSuchColumn_Throws(int column)
    {
        using var file = new WrittenFile("day\n");
        using var reader = DelimitedFile.Open(file.Path);

        Assert.Throws<ArgumentOutOfRangeException>(() => DateColumn.FindOrder(reader, column));
    }
}

namespace Neighbor.Gis.SampleCounty.Plan;

/// <summary>The plan of one side of the river: its streets, what each square is for and whose it is.</summary>
/// <param name="Away">1 on the northern bank, -1 on the southern: the direction that leads away from the river.</param>
/// <param name="Across">The lines that lead away from the river, west to east.</param>
/// <param name="Along">The lines that follow the river, nearest first.</param>
/// <param name="Uses">A row of squares per text, nearest to the river first; one letter each, see <see cref="LandUse"/>.</param>
/// <param name="Communities">The same squares with the letter of the community each belongs to.</param>
internal sealed record BankPlan(
    int Away,
    IReadOnlyList<StreetLine> Across,
    IReadOnlyList<StreetLine> Along,
    IReadOnlyList<string> Uses,
    IReadOnlyList<string> Communities
)
{
    public int Columns => Across.Count - 1;

    public int Rows => Along.Count - 1;

    public LandUse UseOf(int column, int row) => (LandUse)Uses[row][column];

    public char CommunityOf(int column, int row) => Communities[row][column];
}

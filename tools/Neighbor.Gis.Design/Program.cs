// dotnet ef wants a program to start from; it looks for the factory beside it and never runs this.
Console.Error.WriteLine(
    "Run: dotnet ef migrations add <Name> --project src/Neighbor.Gis.Postgis --startup-project tools/Neighbor.Gis.Design"
);
return 1;
